"""A spare interpreter: imports what most work needs, waits on a named pipe for its one job, and becomes it.

    python warm.py FOLDER STUDIO_PID IDLE_SECONDS PACKAGE,PACKAGE,…
"""
import builtins
import contextlib
import gc
import importlib
import io
import json
import os
import select
import sys
import time
import types

NEVER_BEGAN = 75


def main(folder, studio, idle_seconds, packages):
    with silenced():
        for name in packages:
            with contextlib.suppress(Exception):
                importlib.import_module(name)
    # What is there already is not looked through again for garbage, which is half of what the end of a small script takes.
    gc.collect()
    gc.freeze()
    task = wait_for_task(os.path.join(folder, "task"), studio, idle_seconds)
    if task is None:
        os._exit(NEVER_BEGAN)
    with open(os.path.join(folder, "taken"), "w"):
        pass
    become(task)


@contextlib.contextmanager
def silenced():
    """The log belongs to the job, so nothing else is said in it."""
    sys.stdout.flush()
    kept = os.dup(1), os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)
        for fd in (*kept, nowhere):
            os.close(fd)


def wait_for_task(path, studio, idle_seconds):
    """The task, or None once the studio is gone or nothing came in time."""
    os.mkfifo(path, 0o600)
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    until = time.monotonic() + idle_seconds
    while not select.select([pipe], [], [], 2)[0]:
        if time.monotonic() > until or not alive(studio):
            return None
    os.set_blocking(pipe, True)
    with os.fdopen(pipe, "rb") as reader:
        text = reader.read()
    os.unlink(path)
    try:
        return json.loads(text)
    except ValueError:
        return None


def alive(pid):
    try:
        os.kill(pid, 0)
        return True
    except ProcessLookupError:
        return False
    except PermissionError:
        return True


def become(task):
    """As if `python script args…` had just been started there, with that environment."""
    os.environ.clear()
    os.environ.update(task["env"])
    with contextlib.suppress(AttributeError):
        time.tzset()
    os.chdir(task["cwd"])
    script = task["argv"][0]
    sys.argv[:] = task["argv"]
    sys.path[0] = os.path.dirname(os.path.realpath(script))
    run(script)


def run(script):
    try:
        with io.open_code(os.path.abspath(script)) as file:
            source = file.read()
    except OSError as error:
        print(f"{sys.executable}: can't open file {os.path.abspath(script)!r}: [Errno {error.errno}] {os.strerror(error.errno)}", file=sys.stderr)
        sys.exit(2)
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=script, __builtins__=builtins, __cached__=None, __spec__=None)
    sys.modules["__main__"] = module
    try:
        exec(compile(source, script, "exec", dont_inherit=True), module.__dict__)
    except SystemExit:
        raise
    except BaseException as error:
        kind, value, trace = sys.exc_info()
        trace = trace and trace.tb_next
        sys.excepthook(kind, value.with_traceback(trace), trace)
        sys.exit(130 if isinstance(error, KeyboardInterrupt) else 1)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), [name for name in sys.argv[4].split(",") if name])
