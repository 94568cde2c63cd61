import importlib.util
import json
import os
import tempfile
import unittest

from atelier_worker import to_onnx


@unittest.skipUnless(importlib.util.find_spec("numpy"), "numpy is not installed")
class Compared(unittest.TestCase):
    def test_the_predictor_is_asked_about_the_rows_as_they_are(self):
        """Rounded to 32-bit floats for both, a loss of digits would never be seen."""
        import numpy
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "serving_input_example.json"), "w") as file:
                json.dump({"dataframe_split": {"columns": ["time", "part"], "data": [[1_700_000_001, 0.1], [1_700_050_000, 0.3]]}}, file)
            rows, names = to_onnx.sample_rows(folder)
        self.assertEqual((names, rows.dtype, rows[:2].tolist()), (["time", "part"], numpy.float64, [[1_700_000_001, 0.1], [1_700_050_000, 0.3]]))
        self.assertGreater(len(numpy.unique(rows[:, 0])), 900)

    def test_the_largest_difference_is_told_with_how_many_rows_exceed_what_is_accepted(self):
        import numpy
        wanted = numpy.array([0.1, 0.2, 0.3, 0.4])
        both = numpy.array([[0.9, 0.1], [0.7995, 0.2005], [0.5, 0.5], [0.6, 0.4]])
        delta, beyond = to_onnx.difference(wanted, both, 1e-4)
        self.assertEqual((round(delta, 12), beyond), (0.2, 2))
        self.assertEqual(to_onnx.difference(wanted, wanted * float("nan"), 1e-4)[1], 4)
        self.assertEqual(to_onnx.difference(wanted, wanted[:3], 1e-4), (float("inf"), 4))
        self.assertEqual([to_onnx.finite(value) for value in (0.5, float("inf"), float("nan"))], [0.5, None, None])

    def test_features_of_xgboost_go_by_their_places_and_those_of_others_stay(self):
        model = type("Booster", (), {"feature_names": ["a"]})()
        to_onnx.unnamed(model)
        self.assertEqual(model.feature_names, ["a"])
        type(model).__module__ = "xgboost.core"
        to_onnx.unnamed(model)
        self.assertIsNone(model.feature_names)
