-- "Radio Surphuy, 98.5 FM" is one channel: they stand one on a line.

update process set channels = replace(channels, ',', E'\n') where channels like '%,%';
