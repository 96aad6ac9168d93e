"""What every test may use."""

import os

from hypothesis import HealthCheck, settings

# Time limits would make the tests say more of the machine's load than of the code; and where
# a change is judged, the same examples are tried each time: new ones are for the desk.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
