import {
  BUYER_A,
  CURATOR,
  EVERYONE,
  HANDLERS,
  join,
  MANAGER_A,
  only,
  PARTIES,
  PARTIES_TO_SALE,
  POINT_A,
  SHOP_A,
  type Who,
} from './cast.ts';

/** Who may read a field of A's object, and what makes it so. */
export interface Cell {
  readonly who: Who;
  /** `rule`: the field's own rule decides. `road`: whoever reaches the object may read it; only its holders reach it. */
  readonly by: 'rule' | 'road';
}

type Cells = Readonly<Record<string, Cell>>;

const cells = (by: Cell['by'], who: Who, names: string): Cells =>
  Object.fromEntries(names.split(' ').map((name) => [name, { who, by }]));
/** Fields whose own rule lets these read them. */
const ruled = (who: Who, names: string): Cells => cells('rule', who, names);
/** Fields without a rule of their own, of objects to which only the roads of these lead. */
const reached = (who: Who, names: string): Cells => cells('road', who, names);
/** Fields that are for all. */
const open = (names: string): Cells => cells('rule', EVERYONE, names);

const APPLICANT = only('sellerA');
const ORDER_TOTALS = 'goodsTotal pointFeeTotal voucherCode discountTotal total refundedTotal';
/** Who may see what shop A earns. */
const MONEY_A = only('sellerA', 'curator');

/** Types with something of a person or a business in them, field by field, for A's object of the type. */
export const PRIVATE_TYPES: Readonly<Record<string, Cells>> = {
  Account: ruled(BUYER_A, 'id phone name locale isDemo createdAt'),
  Viewer: ruled(BUYER_A, 'account memberships devices consents needsConsent'),
  Device: ruled(BUYER_A, 'id label createdAt lastSeenAt isCurrent'),
  Consent: ruled(BUYER_A, 'purpose version givenAt'),
  Membership: ruled(APPLICANT, 'id role seller community pickupPoint'),
  Upload: ruled(APPLICANT, 'id status maxBytes expiresAt photoUrl'),
  Task: ruled(
    CURATOR,
    'id kind title detail amount createdAt takenAt owner isMine doneAt note outcome orderCode refundAccount accountAskedAt',
  ),
  Reconciliation: ruled(CURATOR, 'id day source startedAt finishedAt checked ours theirs differences'),
  ReconciliationDifference: ruled(CURATOR, 'kind providerOrderId ours theirs'),

  MissedSearch: ruled(CURATOR, 'words asked missed relaxed askedBefore'),

  Cart: ruled(
    BUYER_A,
    'id updatedAt lines groups pickupPoint availablePickupPoints goodsTotal pointFeeTotal total selectedCount itemCount expectedPickupAt notices community paymentMethods discountTotal voucher',
  ),
  CartLine: ruled(BUYER_A, 'id quantity selected unitPrice total priceWhenAdded issue stockLeft variant product'),
  CartGroup: reached(BUYER_A, 'seller lines goodsTotal pointFee discount parcelSize'),
  CartVoucher: reached(BUYER_A, 'code name discount problem message'),
  CartPickupPoint: reached(
    BUYER_A,
    'pickupPoint distanceMetres isAvailable unavailableReason excludedBy expectedPickupAt',
  ),
  CartNotice: reached(BUYER_A, 'code message line'),
  PaymentMethodOffer: reached(BUYER_A, 'method isAvailable reason minimum maximum fee'),

  Order: ruled(
    BUYER_A,
    `id code paymentMethod paymentStatus fulfilment ${ORDER_TOTALS} placedAt payBy expectedPickupAt status parcels pickupPoint payment timeline collection canCancel refundAccount`,
  ),
  CityOrder: ruled(
    CURATOR,
    'code placedAt paymentMethod paymentStatus total refundDueTotal refundedTotal parcels refunds',
  ),
  CityRefund: ruled(CURATOR, 'amount status reason createdAt'),
  OrderEvent: ruled(BUYER_A, 'id kind at parcel message'),
  CollectionCodes: ruled(BUYER_A, 'code codeQr pin isLocked'),
  Payment: ruled(
    BUYER_A,
    'id method status amount paidTotal reversedTotal deadline paidAt instructions otherMethods refunds',
  ),
  PaymentInstructions: reached(
    BUYER_A,
    'qrText qrImageUrl deeplinkUrl vaBank vaNumber billerCode billKey paymentCode simulatorUrl',
  ),
  Refund: ruled(BUYER_A, 'id amount status reason createdAt sentAt'),
  Parcel: {
    ...ruled(
      PARTIES,
      'id code orderCode status size goodsTotal pointFee discount total respondBy holdUntil rejectReason placedAt seller pickupPoint lines',
    ),
    ...ruled(SHOP_A, 'commission earnings'),
    ...ruled(HANDLERS, 'buyerName damagePhotoUrl'),
    ...ruled(join(BUYER_A, POINT_A), 'cashDue'),
    ...ruled(BUYER_A, 'order disputableUntil reviews'),
    ...ruled(PARTIES_TO_SALE, 'refundDue refundable refundForPieces refunds dispute'),
  },
  ParcelRefund: reached(PARTIES_TO_SALE, 'number kind bearer amount reason at'),
  OrderLine: reached(
    PARTIES,
    'id title variantName sku unitPrice quantity total discount refundedQuantity refundedTotal photoUrl product',
  ),
  Collectable: ruled(POINT_A, 'orderCode parcels cashDue buyerName paymentMethods qris'),
  CounterPayment: reached(POINT_A, 'status amount payBy instructions'),

  Earnings: ruled(MONEY_A, 'ownerKind held payable onItsWay cashHeld available minimum bankAccount payouts'),
  BankAccount: ruled(MONEY_A, 'bank holderName maskedNumber createdAt usableFrom'),
  Payout: ruled(MONEY_A, 'id ownerKind ownerName amount status requestedAt endedAt lineNumber reason bankAccount'),
  PayoutConnection: reached(MONEY_A, 'edges pageInfo'),
  PayoutEdge: reached(MONEY_A, 'cursor node'),
  PayoutBatch: ruled(CURATOR, 'id code createdAt size total checksum lines'),
  PayoutBatchConnection: reached(CURATOR, 'edges pageInfo'),
  PayoutBatchEdge: reached(CURATOR, 'cursor node'),
  Statement: ruled(MONEY_A, 'ownerKind ownerName from to asOf isFinal opening closing movements'),
  StatementMovement: reached(MONEY_A, 'at memo code amount balance changes'),
  StatementChange: reached(MONEY_A, 'account amount'),
  StatementMovementConnection: reached(MONEY_A, 'edges pageInfo'),
  StatementMovementEdge: reached(MONEY_A, 'cursor node'),
  ProviderSettlement: ruled(
    CURATOR,
    'id reference gross fee net paidOn coversFrom coversTo createdAt expectedGross expectedFee',
  ),
  ProviderFee: ruled(CURATOR, 'method validFrom basisPoints flat isAssumed'),
  ProviderSettlementConnection: reached(CURATOR, 'edges pageInfo'),
  ProviderSettlementEdge: reached(CURATOR, 'cursor node'),

  Seller: {
    ...open('id slug name description kelurahan kecamatan location isHalalCertified isOpen joinedAt'),
    ...open('pickupPoints productCount products'),
    ...ruled(SHOP_A, 'balance parcels vouchers disputes reviews'),
  },
  Voucher: ruled(
    join(SHOP_A, CURATOR),
    `id code name kind percent amount maxDiscount minimumSpend sellerPercent startsAt endsAt limitTotal limitPerBuyer period
     limitPerPeriod limitInPeriod uses usesInPeriod endedAt createdAt status seller sellers category`
      .trim()
      .replace(/\s+/g, ' '),
  ),
  VoucherConnection: reached(join(SHOP_A, CURATOR), 'edges pageInfo'),
  VoucherEdge: reached(join(SHOP_A, CURATOR), 'cursor node'),
  SellerBalance: ruled(SHOP_A, 'held payable'),
  PickupPoint: {
    ...open('id slug kind name address kelurahan kecamatan location hours holdingDays distanceMetres isOpenNow'),
    ...open('opensAt closesAt roomLeft isFull isAcceptingOrders feeSmall feeMedium feeLarge'),
    ...ruled(POINT_A, 'parcels'),
  },
  Community: { ...open('id slug name siteUrl kecamatan'), ...ruled(MANAGER_A, 'widgets') },
  Widget: {
    ...open('id title theme community products'),
    ...ruled(MANAGER_A, 'publishableKey allowedOrigins'),
  },

  OrderConnection: reached(BUYER_A, 'edges pageInfo'),
  OrderEdge: reached(BUYER_A, 'cursor node'),
  ParcelConnection: reached(HANDLERS, 'edges pageInfo'),
  ParcelEdge: reached(HANDLERS, 'cursor node'),
  TaskConnection: reached(CURATOR, 'edges pageInfo'),
  TaskEdge: reached(CURATOR, 'cursor node'),
  ReconciliationConnection: reached(CURATOR, 'edges pageInfo'),
  ReconciliationEdge: reached(CURATOR, 'cursor node'),

  Dispute: ruled(
    PARTIES_TO_SALE,
    'id status reason wish claimTotal offer refunded borneBy openedAt dueBy endedAt parcel lines statements',
  ),
  DisputeLine: reached(PARTIES_TO_SALE, 'line quantity'),
  DisputeStatement: reached(PARTIES_TO_SALE, 'by text photoUrls at'),
  DisputeConnection: reached(PARTIES_TO_SALE, 'edges pageInfo'),
  DisputeEdge: reached(PARTIES_TO_SALE, 'cursor node'),
  Review: {
    ...open('id rating text authorName writtenAt changedAt answer answeredAt hiddenAt product photoUrls'),
    ...ruled(PARTIES_TO_SALE, 'hiddenReason'),
  },
  LineReview: reached(BUYER_A, 'line review photoUploads'),
  RefundAccount: ruled(join(BUYER_A, CURATOR), 'id bank accountNumber holderName updatedAt'),

  SearchTerm: ruled(CURATOR, 'kind term meanings'),
  SearchTermConnection: reached(CURATOR, 'edges pageInfo'),
  SearchTermEdge: reached(CURATOR, 'cursor node'),
  SynonymEffect: ruled(CURATOR, 'query before after cameIn wentOut'),
  SearchOutcome: ruled(CURATOR, 'totalCount totalCountIsExact products didYouMean degraded'),
  PreviewSynonymsPayload: reached(CURATOR, 'effects userErrors'),
  MissedSearchConnection: reached(CURATOR, 'edges pageInfo'),
  MissedSearchEdge: reached(CURATOR, 'cursor node'),
};

/**
 * Types that are for all, in whole. Those of the catalogue are also looked at for what is not on show yet: drafts, shops that
 * wait and closed points are not there for others.
 */
export const OPEN_TYPES: ReadonlySet<string> = new Set(
  `Bank Category CategoryFacet GeoPoint HalalFacet Kecamatan KecamatanFacet Kelurahan MissingPieces NearbyPickupPoint OpeningHours PageInfo Photo
   PickupPointConnection PickupPointEdge PickupPointFacet PriceFacet PriceRange Product ProductConnection ProductEdge
   ProductFacets RatingFacet ReviewConnection ReviewEdge SaidPrice SellerConnection SellerEdge SellerFacet Suggestion Variant VariantOption`.split(
    /\s+/,
  ),
);
