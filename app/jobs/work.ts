/** Long work that a person asks for and may leave; each kind with what it needs to know. */
export type WorkInput = {
  'check-report': { reportId: number };
  'import-vendors': { importId: number };
  'run-job': { job: string; asOf: string };
  'freeze-pack': { reviewId: number };
  'run-standard': { runId: number };
  'approve-standard': { runId: number };
};

export type WorkKind = keyof WorkInput;

/** Tells how far the work has come; may be called often. */
export type Progress = (done: number, total: number) => void;
