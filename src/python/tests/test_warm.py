import json
import os
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest

WARM = os.path.join(os.path.dirname(__file__), "..", "atelier_worker", "warm.py")


class Spare:
    """A spare interpreter in a folder of its own."""

    def __init__(self, studio=None, idle=60):
        self.folder = tempfile.mkdtemp(prefix="warm ü ")
        with open(os.path.join(self.folder, "log"), "w") as log:
            self.process = subprocess.Popen([sys.executable, WARM, self.folder, str(studio or os.getpid()), str(idle), "json,no_such_package"], stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def give(self, script, *args, env=None, cwd=None):
        path = os.path.join(self.folder, "task")
        until = time.monotonic() + 20
        while not os.path.exists(path) and time.monotonic() < until:
            time.sleep(0.01)
        with open(path, "w") as pipe:
            json.dump({"argv": [script, *args], "cwd": cwd or self.folder, "env": env or {"COLOUR": "blue"}}, pipe)
        code = self.process.wait(20)
        with open(os.path.join(self.folder, "log")) as log:
            return code, log.read()

    def script(self, text, name="job ü.py"):
        path = os.path.join(self.folder, name)
        with open(path, "w") as file:
            file.write(textwrap.dedent(text))
        return path


class WarmTest(unittest.TestCase):
    def test_a_script_finds_what_it_would_find_when_started_cold(self):
        spare = Spare()
        spare.script("x = 7", "beside.py")
        script = spare.script("""
            import beside, os, pickle, sys
            class Thing: pass
            print(__name__, sys.argv[1:], os.environ["COLOUR"], "PATH" in os.environ, os.getcwd() == os.path.dirname(__file__), beside.x)
            print(type(pickle.loads(pickle.dumps(Thing()))).__name__, sys.modules["__main__"].Thing is Thing)
        """)
        self.assertEqual(spare.give(script, "--seed", "1"), (0, "__main__ ['--seed', '1'] blue False True 7\nThing True\n"))
        self.assertTrue(os.path.exists(os.path.join(spare.folder, "taken")))

    def test_its_exit_code_is_the_script_s(self):
        spare = Spare()
        self.assertEqual(spare.give(spare.script("import sys; print('so'); sys.exit(3)")), (3, "so\n"))

    def test_an_exception_is_told_as_python_tells_it(self):
        spare = Spare()
        script = spare.script("def f():\n    raise ValueError('no')\nf()\n")
        code, log = spare.give(script)
        cold = subprocess.run([sys.executable, script], capture_output=True, text=True)
        self.assertEqual((code, log), (cold.returncode, cold.stderr))

    def test_what_was_registered_for_the_end_runs_at_the_end(self):
        spare = Spare()
        self.assertEqual(spare.give(spare.script("import atexit\ndef late(): print('late', x)\natexit.register(late)\nx = 1\n")), (0, "late 1\n"))

    def test_processes_that_it_spawns_find_its_main_module(self):
        spare = Spare()
        script = spare.script("""
            import multiprocessing
            def double(x): return 2 * x
            if __name__ == "__main__":
                with multiprocessing.get_context("spawn").Pool(1) as pool:
                    print(pool.map(double, [1, 2]))
        """)
        self.assertEqual(spare.give(script, env=dict(os.environ)), (0, "[2, 4]\n"))

    def test_a_script_that_is_missing_is_told(self):
        code, log = Spare().give("/no/such/script.py")
        self.assertEqual(code, 2)
        self.assertIn("can't open file '/no/such/script.py': [Errno 2] No such file or directory", log)

    def test_it_ends_when_the_studio_is_gone_or_nothing_comes(self):
        gone = subprocess.Popen([sys.executable, "-c", ""])
        gone.wait()
        self.assertEqual([Spare(studio=gone.pid).process.wait(10), Spare(idle=0).process.wait(10)], [75, 75])


if __name__ == "__main__":
    unittest.main()
