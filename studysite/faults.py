"""What stops a command other than the content: each message is for a person."""


class Fault(Exception):
    """Something could not be done; the message says what, and what to do."""


class ShellFault(Fault):
    """A page of docs/ cannot be read or rendered."""
