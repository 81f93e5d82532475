enum WorkflowsStub {}
