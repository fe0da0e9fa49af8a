import { Field, ID, InputType } from 'type-graphql';
import { UrlScalar } from '../platform/graphql/scalars.ts';
import { WidgetTheme } from './widget.ts';

@InputType({ description: 'The site of a community.' })
export class RegisterCommunityInput {
  @Field(() => String, { description: 'Its name, 3 to 80 characters.' })
  name!: string;

  @Field(() => UrlScalar, { description: 'Its whole address.' })
  siteUrl!: string;

  @Field(() => String, { nullable: true, description: 'Slug of its kecamatan; left out for the whole city.' })
  kecamatan?: string | null;

  @Field(() => String, {
    description: 'Made by the client, 1 to 200 characters; the same key gives the same community.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'What a widget shows, and where.' })
class WidgetInput {
  @Field(() => String, { description: 'Heading over the goods, 1 to 80 characters.' })
  title!: string;

  @Field(() => WidgetTheme, { description: 'How it looks.', defaultValue: 'AUTO' })
  theme!: WidgetTheme;

  @Field(() => [String], { description: 'Origins whose pages may use it, 1 to 20, e.g. https://rw05.example.' })
  allowedOrigins!: string[];

  @Field(() => String, { nullable: true, description: 'Slug of a kecamatan: only goods from there.' })
  kecamatan?: string | null;

  @Field(() => String, { nullable: true, description: 'Path of a category: only goods of it and of those below.' })
  category?: string | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of sellers: only their goods; at most 100.' })
  sellers?: string[] | null;
}

@InputType({ description: 'A widget for a community.' })
export class CreateWidgetInput extends WidgetInput {
  @Field(() => ID, { description: 'A community that the caller manages.' })
  communityId!: string;

  @Field(() => String, { description: 'Made by the client, 1 to 200 characters; the same key gives the same widget.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A widget as it shall be; what is left out is taken away.' })
export class UpdateWidgetInput extends WidgetInput {
  @Field(() => ID, { description: 'A widget of a community that the caller manages.' })
  widgetId!: string;
}

@InputType({ description: 'The widget whose key is renewed.' })
export class RotateWidgetKeyInput {
  @Field(() => ID, { description: 'A widget of a community that the caller manages.' })
  widgetId!: string;
}

/** What an input says of a widget, with what is left out made explicit. */
export function widgetWanted({ title, theme, allowedOrigins, kecamatan, category, sellers }: WidgetInput): {
  title: string;
  theme: WidgetTheme;
  allowedOrigins: string[];
  kecamatan: string | null;
  category: string | null;
  sellers: string[];
} {
  return {
    title,
    theme,
    allowedOrigins,
    kecamatan: kecamatan ?? null,
    category: category ?? null,
    sellers: sellers ?? [],
  };
}
