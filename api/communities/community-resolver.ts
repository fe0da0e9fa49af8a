import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Membership } from '../accounts/index.ts';
import { Kecamatan, kecamatanByKey } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone, signedIn } from '../platform/graphql/access.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import { createWidget, rotateWidgetKey, updateWidget } from './change-widget.ts';
import { Community } from './community.ts';
import {
  CreateWidgetInput,
  RegisterCommunityInput,
  RotateWidgetKeyInput,
  UpdateWidgetInput,
  widgetWanted,
} from './community-inputs.ts';
import { communityByKey, widgetByKey, widgetsOf } from './community-queries.ts';
import { communityManager } from './community-rules.ts';
import {
  CREATE_WIDGET,
  CreateWidgetPayload,
  REGISTER_COMMUNITY,
  RegisterCommunityPayload,
  ROTATE_WIDGET_KEY,
  RotateWidgetKeyPayload,
  UPDATE_WIDGET,
  UpdateWidgetPayload,
} from './community-sentences.ts';
import { registerCommunity } from './register-community.ts';
import { Widget } from './widget.ts';

type WidgetPayload = Promise<Payload<{ widget: Widget }>>;

@Resolver(() => Community)
export class CommunityResolver {
  @FieldResolver(() => Kecamatan, { nullable: true, description: 'Where it is at home; null for the whole city.' })
  async kecamatan(@Ctx() ctx: Context, @Root() community: Community): Promise<Kecamatan | null> {
    return community.kecamatanKey === null ? null : kecamatanByKey(ctx, community.kecamatanKey);
  }

  @Access(communityManager)
  @FieldResolver(() => [Widget], { description: 'Its widgets, oldest first.' })
  widgets(@Ctx() ctx: Context, @Root() community: Community): Promise<Widget[]> {
    return widgetsOf(ctx, community.key);
  }

  @Access(signedIn)
  @Mutation(() => RegisterCommunityPayload, {
    description: 'Registers the site of a community; the caller becomes its manager.',
  })
  registerCommunity(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterCommunityInput, { description: 'The site.' }) input: RegisterCommunityInput,
  ): Promise<Payload<{ community: Community }>> {
    const { name, siteUrl, kecamatan = null, idempotencyKey } = input;
    return payload(ctx, REGISTER_COMMUNITY, async () => ({
      community: await registerCommunity(ctx, { name, siteUrl, kecamatan, idempotencyKey }),
    }));
  }
}

@Resolver(() => Widget)
export class WidgetResolver {
  @Access(everyone)
  @Query(() => Widget, {
    nullable: true,
    description: 'The widget with this publishable key; null when there is none.',
  })
  widget(
    @Ctx() ctx: Context,
    @Arg('key', () => String, { description: 'Publishable key, pk_…' }) key: string,
  ): Promise<Widget | null> {
    return widgetByKey(ctx, key);
  }

  @FieldResolver(() => Community, { description: 'Whose it is.' })
  async community(@Ctx() ctx: Context, @Root() widget: Widget): Promise<Community> {
    const community = await communityByKey(ctx, widget.communityKey);
    if (!community) throw new Error(`community ${widget.communityKey} is gone`);
    return community;
  }

  @Access(signedIn)
  @Mutation(() => CreateWidgetPayload, { description: 'Makes a widget for a community that the caller manages.' })
  createWidget(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateWidgetInput, { description: 'The widget.' }) input: CreateWidgetInput,
  ): WidgetPayload {
    const { communityId, idempotencyKey } = input;
    return payload(ctx, CREATE_WIDGET, async () => ({
      widget: await createWidget(ctx, communityId, idempotencyKey, widgetWanted(input)),
    }));
  }

  @Access(signedIn)
  @Mutation(() => UpdateWidgetPayload, { description: 'Changes a widget as a whole.' })
  updateWidget(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateWidgetInput, { description: 'The widget as it shall be.' }) input: UpdateWidgetInput,
  ): WidgetPayload {
    return payload(ctx, UPDATE_WIDGET, async () => ({
      widget: await updateWidget(ctx, input.widgetId, widgetWanted(input)),
    }));
  }

  @Access(signedIn)
  @Mutation(() => RotateWidgetKeyPayload, {
    description: 'Renews the key of a widget; the old one stays good for a day.',
  })
  rotateWidgetKey(
    @Ctx() ctx: Context,
    @Arg('input', () => RotateWidgetKeyInput, { description: 'The widget.' }) input: RotateWidgetKeyInput,
  ): WidgetPayload {
    return payload(ctx, ROTATE_WIDGET_KEY, async () => ({ widget: await rotateWidgetKey(ctx, input.widgetId) }));
  }
}

@Resolver(() => Membership)
export class CommunityMembershipResolver {
  @FieldResolver(() => Community, {
    nullable: true,
    description: 'The community, for COMMUNITY_MANAGER; null for other roles.',
  })
  async community(@Ctx() ctx: Context, @Root() { role, subjectKey }: Membership): Promise<Community | null> {
    return role === 'COMMUNITY_MANAGER' && subjectKey !== null ? communityByKey(ctx, subjectKey) : null;
  }
}
