import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';

@ObjectType({ description: 'When a point is open on a day of the week, in WIB (UTC+7).', simpleResolvers: true })
@Access(everyone)
export class OpeningHours {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  dayOfWeek!: number;

  @Field(() => String, { description: 'First minute, e.g. 08:00.' })
  opens!: string;

  @Field(() => String, {
    description: 'Minute at which it closes, later than it opens, e.g. 20:00; 24:00 is midnight.',
  })
  closes!: string;
}

@InputType({ description: 'When a point is open on a day of the week, in WIB (UTC+7).' })
export class OpeningHoursInput implements OpeningHours {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday; each day at most once.' })
  dayOfWeek!: number;

  @Field(() => String, { description: 'First minute, e.g. 08:00.' })
  opens!: string;

  @Field(() => String, {
    description: 'Minute at which it closes, later than it opens, e.g. 20:00; 24:00 is midnight.',
  })
  closes!: string;
}

/** Depok keeps Western Indonesian Time, UTC+7, without summer time. */
const WIB_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Start of the WIB day in which the instant lies, so many days later. */
export function wibDay(at: Date, daysLater = 0): Date {
  return new Date(Math.floor((at.getTime() + WIB_MS) / DAY_MS) * DAY_MS - WIB_MS + daysLater * DAY_MS);
}

/** Minutes since midnight WIB. */
export function wibMinutes(at: Date): number {
  return Math.floor((at.getTime() - wibDay(at).getTime()) / 60_000);
}

/** Day of the week in WIB, 1 Monday to 7 Sunday. */
export function dayOfWeek(at: Date): number {
  return ((Math.floor((at.getTime() + WIB_MS) / DAY_MS) + 3) % 7) + 1; // 1 January 1970 was a Thursday
}

/** '08:30' as minutes since midnight; null for anything that is not a time of day. */
export function minutesOf(time: string): number | null {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
  return minutes >= 0 && minutes <= 24 * 60 ? minutes : null;
}

/** One opening, from the instant it begins to the instant it ends. */
export interface Opening {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** The opening of the WIB day in which the instant lies; null when it stays shut that day. */
export function openingOn(hours: readonly OpeningHours[], day: Date): Opening | null {
  const weekday = dayOfWeek(day);
  const today = hours.find((hour) => hour.dayOfWeek === weekday);
  const [opens, closes] = [today && minutesOf(today.opens), today && minutesOf(today.closes)];
  if (typeof opens !== 'number' || typeof closes !== 'number') return null;
  const start = wibDay(day).getTime();
  return { opensAt: new Date(start + opens * 60_000), closesAt: new Date(start + closes * 60_000) };
}

/** The opening that goes on at the instant, otherwise the next one within 14 days; null when there is none. */
export function presentOrNextOpening(hours: readonly OpeningHours[], at: Date): Opening | null {
  for (let days = 0; days <= 14; days += 1) {
    const opening = openingOn(hours, wibDay(at, days));
    if (opening && opening.closesAt > at) return opening;
  }
  return null;
}
