"""What a corpus shows: pure functions from claims and sums of claims to records."""
