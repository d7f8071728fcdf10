package pe.minka.testkit.broken.service;

record DistrictHelper(String word) {}
