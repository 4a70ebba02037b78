"""Windows beside the main window: questions, help, the model card."""
