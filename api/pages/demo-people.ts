/** Someone of the demo market, and where one plays their part. */
export interface DemoPerson {
  /** First name or shop. */
  readonly name: string;
  /** As people write it: 0812-0000-0001. */
  readonly phone: string;
  /** Address of the page on which one plays them. */
  readonly page: string;
}

/** The people and places of the demo market that its start page names, so that a newcomer can play every part. */
export interface DemoPeople {
  readonly buyer: DemoPerson;
  readonly sellers: readonly DemoPerson[];
  readonly operator: DemoPerson;
  readonly curator: DemoPerson;
  readonly manager: DemoPerson;
  /** A neighbourhood's site with our widget on it; another site than ours for browsers. */
  readonly communitySite: { readonly name: string; readonly url: string };
  /** The phone on which all WhatsApp messages of the demo arrive. */
  readonly phoneSimulator: string;
  /** Where the demo's payments are paid. */
  readonly paymentSimulator: string;
}
