"""What the check finds in each charter, alone, kept until something changes that it hangs on."""
