/** What was started for training, by job; and conversions to ONNX, which are finished when their job is. */
export const schema = [
  `CREATE TABLE training_runs(job TEXT PRIMARY KEY, run TEXT, over INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE INDEX training_by_run ON training_runs(run);
   CREATE INDEX training_open ON training_runs(over) WHERE over = 0;
   CREATE TABLE training_onnx(job TEXT PRIMARY KEY, over INTEGER NOT NULL, body TEXT NOT NULL) STRICT`,
] as const
