META
key;value
description;Experimental PB on Mechanical Turk | Knapsack_6
country;Worldwide
unit;Mechanical Turk
instance;Knapsack_6
num_projects;10
num_votes;75
budget;500000
vote_type;approval
rule;unknown
date_begin;2022
date_end;2022
min_length;1
max_length;6
edition;1
language;en
currency;USD
experimental;1
acknowledgments;The dataset was created in an experiment as part of the paper "Participatory Budgeting Design for the Real World" by Roy Fairsetin, Gerdus Benadè and Kobi Gal.
PROJECTS
project_id;cost;votes;name;category;description
19;40000;49;We Need More Crosswalks;Streets, Sidewalks & Transit;To enhance pedestrian safety, this project will add a minimum of five new crosswalks to major streets.
26;20000;48;Nursing Pod for Mothers and Infants;Environment, public health & safety;Provide an attractive private space where working mothers and community members can breastfeed or pump during the work day.
4;60000;46;Interactive Technology for the Main Library;Culture & community;This project will fund an iPad lending kiosk and 16 iPads, as well as a permanent interactive screen in the Children’s Room of the Main Library.
7;50000;38;Laundry Access in Public Schools;Culture & community;Renovate a space in a Cambridge Public School and install washers and dryers for students who do not have easy access to laundry services at home, to use for their clothing and necessities.
51;105000;37;Security Cameras;Education;Install security cameras in public schools.
30;250000;36;Soak Up the Solar Power;Environment, public health & safety;Free, clean, renewable energy! Let’s add solar panels to the Youth Center to reduce greenhouse gas emissions and save money on energy.
20;66000;33;Hump Installationer for pedestrians.;Streets, Sidewalks & Transit;Speed humps create a safer environment by helping slow traffic on streets that students and families cross frequently. When a car hits a pedestrian at a high rate of speed, the collision is more likely to result in a pedestrian fatality. Speed humps slow vehicles and give drivers increased response time and distance for stopping. This makes streets safer for pedestrians.
48;350000;22;Laptops for 10 Public Schools;Education;Purchasing laptop carts for ten public schools (3 of the schools are shown in the map).
38;200000;12;Remodel the Kitchen at the Youth Center;Facilities, parks & recreation;The kitchen area in the Youth Center is in dire need of renovating. Replace the stove, dishwasher, cabinets, and countertops in the Frisoli Youth Center kitchen.
35;350000;5;Building an amphitheater in the public park;Facilities, parks & recreation;Build an amphitheater in the public park for outdoor performances, music, stories, and other cultural events that the whole community can enjoy.
VOTES
voter_id;vote
1154;7,19,20,26,38,51
2435;7,19,20,26,38,51
646;4,7,19,48
520;4,7,19,20,26,30
521;4,7,26,30,51
2317;4,7,19,48
654;4,7,19,20,26,30
399;26,48,51
528;7,19,26,30,51
915;19,30,38
791;4,7,19,20,26,30
536;4,19,26,30,51
538;4,7,19,20,26,30
923;48
1179;7,20,48
544;4,7,26,30,51
545;19,35,51
546;19,20,26,30,51
547;4,7,19,20,26,30
931;4,19,26,30,51
549;26,48,51
550;19,20,26,30,51
551;4,20,30,51
1191;4,7,19,20,26,30
2087;4,7,19,20,26,51
554;7,20,35
939;4,26,48
1834;7,30,38
557;4,7,19,26,38,51
1835;4,19,26,30
2342;7,19,20,26,30
2098;4,20,30,51
1075;4,19,26,30,51
2230;19,20,26,30,51
697;4,20,30,51
1337;7,19,26,48
1083;4,7,19,20,26,51
1723;38
2366;4,19,26,30,51
1727;38,51
449;4,19,26,48
1859;4,7,19,35
453;4,7,19,26,38,51
1735;4,19,51
459;19,48,51
460;4,19,20,26,38,51
461;4,7,48
1739;4,19,35
2123;4,19,26,30,51
2508;4,7,19,20,26,30
2262;4,7,19,20,26,30
471;48,51
2008;4,7,48
474;48,51
1755;19,20,26,48
2010;4,19,26,30,51
2012;4,7,19,30
1374;19,20,26,48
2395;7,19,26,48
2523;4,7,20,38,51
999;4,7,26,30,51
488;4,19,20,26,38,51
616;4,7,19,20,26,30
490;4,7,26,48
491;19,48,51
1127;19,48,51
493;4,20,26,35
2414;4,19,48
500;7,20,26,48
2467;4,19,20,26,30
2168;7,30,38
2298;4,7,19,20,26,30
507;4,7,19,20,26,30
2173;4,26,30,51
2213;7,20,26,30,51
