import { COMMON, errorFamily, payloadType } from '../platform/graphql/user-errors.ts';
import { Seller } from '../sellers/index.ts';
import { PickupPoint } from './pickup-point.ts';

const HOURS_INVALID = {
  id: 'Jam buka tidak sah: tiap hari (1 Senin sampai 7 Minggu) sekali, jam seperti 08:00, tutup setelah buka.',
  en: 'The hours are not valid: each day (1 Monday to 7 Sunday) once, times like 08:00, closing after opening.',
  means: 'A day is twice or not a day, or a time is not one.',
};
const pickupPoint = { pickupPoint: { type: () => PickupPoint, description: 'The point as it now is.' } };

/** Refusals of upsertPickupPoint. */
export const UPSERT_PICKUP_POINT = errorFamily('UpsertPickupPoint', {
  SLUG_INVALID: {
    id: 'Slug berupa huruf kecil, angka, dan tanda hubung, paling panjang {limit}.',
    en: 'A slug is lower-case letters, digits and hyphens, at most {limit}.',
    means: 'The slug has not the form of one.',
  },
  NAME_INVALID: {
    id: 'Nama titik 3 sampai {limit} huruf.',
    en: 'The name of a point has 3 to {limit} characters.',
    means: 'The name is too short or too long.',
  },
  ADDRESS_INVALID: {
    id: 'Alamat 5 sampai {limit} huruf.',
    en: 'An address has 5 to {limit} characters.',
    means: 'The address is too short or too long.',
  },
  KELURAHAN_UNKNOWN: { id: 'Kelurahan tidak dikenal.', en: 'Unknown kelurahan.', means: 'No kelurahan has this id.' },
  PLACE_INVALID: { id: 'Letak tidak sah.', en: 'The location is not valid.', means: 'No place on the earth.' },
  HOURS_INVALID,
  CAPACITY_INVALID: {
    id: 'Kapasitas {from} sampai {limit} paket.',
    en: 'The capacity is {from} to {limit} parcels.',
    means: 'Fewer parcels than are there now, or too many.',
  },
  HOLDING_DAYS_INVALID: {
    id: 'Masa simpan 1 sampai {limit} hari.',
    en: 'Parcels wait 1 to {limit} days.',
    means: 'Too few or too many holding days.',
  },
});
/** What upsertPickupPoint gives back. */
export const UpsertPickupPointPayload = payloadType(UPSERT_PICKUP_POINT, pickupPoint);

/** Refusals of setPointHours. */
export const SET_POINT_HOURS = errorFamily('SetPointHours', { NOT_FOUND: COMMON.NOT_FOUND, HOURS_INVALID });
/** What setPointHours gives back. */
export const SetPointHoursPayload = payloadType(SET_POINT_HOURS, pickupPoint);

/** Refusals of setSellerPoints. */
export const SET_SELLER_POINTS = errorFamily('SetSellerPoints', {
  NOT_FOUND: COMMON.NOT_FOUND,
  POINT_UNKNOWN: {
    id: 'Titik ambil tidak dikenal atau tidak aktif.',
    en: 'Unknown or inactive pickup point.',
    means: 'One of the ids is not an active point.',
  },
});
/** What setSellerPoints gives back. */
export const SetSellerPointsPayload = payloadType(SET_SELLER_POINTS, {
  seller: { type: () => Seller, description: 'The shop; its `pickupPoints` are the points it now serves.' },
});
