/** What keeps a person's name or is kept under the person's number after erasing, by kind: how many there are. */
export type Remains = {
  /** Approvals and signatures of contracts, decisions on amendments. */
  agreed: number;
  /** Signatures of records of reviews. */
  signatures: number;
  /** Documents that the person handed in. */
  uploads: number;
  /** Entries of the audit trail on what the person did. */
  entries: number;
  /** Those among them from before names were sealed. */
  older: number;
};
