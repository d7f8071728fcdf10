package pe.minka.registry.territory;

/** Examples of the contract. */
final class TerritoryExamples {

    static final String ENTITY = """
            {"entity":"300305","kind":"DISTRICT_MUNICIPALITY","name":"Municipalidad Distrital de Coyllurqui",\
            "ubigeo":"030503","governs":["030503"],"councilSize":5,"councilTermFrom":"2015-01-01","councilTermUntil":"2018-12-31"}""";
    static final String ENTITIES = """
            {"items":[{"entity":"300699","kind":"PROVINCIAL_MUNICIPALITY","name":"Municipalidad Provincial de Anta",\
            "ubigeo":"080301","governs":["0803","080301"]}],"next":"MzAwNjk5"}""";
    static final String REGION_REQUEST = """
            {"entity":"000999","kind":"REGIONAL_GOVERNMENT","name":"Gobierno Regional de Ejemplo","ubigeo":"030101","validFrom":"2003-01-01"}""";
    static final String REGION = """
            {"entity":"000999","kind":"REGIONAL_GOVERNMENT","name":"Gobierno Regional de Ejemplo","ubigeo":"030101","governs":["03"],"validFrom":"2003-01-01"}""";
    static final String COUNCIL = """
            {"councillors":5,"termFrom":"2015-01-01","termUntil":"2018-12-31"}""";
    static final String PROVINCE = """
            {"ubigeo":"0803","level":"PROVINCE","name":"Anta","population":66222,\
            "governedBy":[{"entity":"300699","name":"Municipalidad Provincial de Anta","kind":"PROVINCIAL_MUNICIPALITY"}],\
            "parts":[{"ubigeo":"080301","name":"Anta","capitalDistrict":true},{"ubigeo":"080306","name":"Limatambo","capitalDistrict":false}]}""";
    static final String INDICATORS = """
            {"source":"Municipalidad Distrital de Coyllurqui, padrón 2016",\
            "zones":[{"code":"Z1","name":"Coyllurqui"},{"code":"Z2","name":"Pfaco"}],\
            "values":[{"zone":"Z1","indicator":"POPULATION","unit":"inhabitants","value":"4200"},\
            {"zone":"Z2","indicator":"POPULATION","unit":"inhabitants","value":"2227"}]}""";
    static final String PUBLISHED_INDICATORS = """
            {"entity":"300305","scheme":"zones-2016","year":2016,"version":1,\
            "source":"Municipalidad Distrital de Coyllurqui, padrón 2016",\
            "zones":[{"code":"Z1","name":"Coyllurqui"},{"code":"Z2","name":"Pfaco"}],\
            "values":[{"zone":"Z1","indicator":"POPULATION","unit":"inhabitants","value":"4200"},\
            {"zone":"Z2","indicator":"POPULATION","unit":"inhabitants","value":"2227"}]}""";

    private TerritoryExamples() {}
}
