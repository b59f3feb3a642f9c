"""Why a signature is not valid: tries one explanation after the other, and proves the one that fits. Pure, bounded in time."""
