"""What differs between two versions, shaped for its readers: one file for each form, the same sentences in all."""
