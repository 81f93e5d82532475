enum RecordsStub {}
