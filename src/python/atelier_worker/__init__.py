"""What the studio runs inside the environments that it manages. Standard library only; what a job needs beyond it is the environment's."""
