"""Problems shaped for their readers: one file for each form."""
