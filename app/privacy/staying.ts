/** Who has the same address and is erased on a page of its own: a contact of a vendor, or somebody who signs in. */
export type Elsewhere = { href: string; name: string; vendor: string | null };

/** What names somebody and stays, as far as the portal can tell: the page of an erasure leads to it. */
export type Staying = {
  elsewhere: Elsewhere[];
  /** So many more contacts have the address than are named. */
  more: number;
  /** Questions of the vendor's questionnaire whose answers name somebody and hold the name or the address. */
  questions: string[];
  vendorId: number | null;
};
