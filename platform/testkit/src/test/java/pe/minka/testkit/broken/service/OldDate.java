package pe.minka.testkit.broken.service;

record OldDate(java.util.Date date) {}
