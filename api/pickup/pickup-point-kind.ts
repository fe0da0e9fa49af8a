import { registerEnumType } from 'type-graphql';

/** Whose network a point belongs to. */
export enum PickupPointKind {
  D_COMART = 'D_COMART',
  SWADEP = 'SWADEP',
}

registerEnumType(PickupPointKind, {
  name: 'PickupPointKind',
  description: 'Whose network a point belongs to.',
  valuesConfig: {
    D_COMART: { description: "D'Comart, the cooperative mini-markets." },
    SWADEP: { description: 'Swadep, Swalayan Depok.' },
  },
});
