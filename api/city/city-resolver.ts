import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { curator, Task, TaskOutcome } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access } from '../platform/graphql/access.ts';
import { connectionTypes, type Page, PageArgs } from '../platform/graphql/connection.ts';
import { COMMON, errorFamily, type Payload, payload, payloadType } from '../platform/graphql/user-errors.ts';
import { completeTask } from './complete-task.ts';
import { takeTask } from './take-task.ts';
import { listTasks, orderCodeOf, ownerNameOf } from './task-queries.ts';

const { connection: TaskConnection } = connectionTypes('Task', () => Task);

const TAKEN = {
  id: 'Tugas ini sedang dipegang kurator lain.',
  en: 'Another curator has taken this task.',
  means: 'Somebody else answers for it; take it over first.',
};

const COMPLETE_TASK = errorFamily('CompleteTask', {
  NOT_FOUND: COMMON.NOT_FOUND,
  TAKEN,
  OUTCOME_MISSING: {
    id: 'Pilih hasilnya.',
    en: 'Choose the outcome.',
    means: 'A difference about money needs an outcome.',
  },
  NOTE_MISSING: { id: 'Tulis apa yang dilakukan.', en: 'Write what was done.', means: 'The note is empty.' },
  REFERENCE_MISSING: {
    id: 'Tulis nomor referensi transfer.',
    en: 'Write the reference number of the transfer.',
    means: 'Money was moved by hand and no reference was given.',
  },
  TOO_LONG: {
    id: 'Paling panjang {limit} huruf.',
    en: 'At most {limit} characters.',
    means: 'The note or the reference is too long; the message names the limit.',
  },
});

const TAKE_TASK = errorFamily('TakeTask', { NOT_FOUND: COMMON.NOT_FOUND, TAKEN });
const TakeTaskPayload = payloadType(TAKE_TASK, { task: { type: () => Task, description: 'The task, yours.' } });

const CompleteTaskPayload = payloadType(COMPLETE_TASK, {
  task: { type: () => Task, description: 'The task, done.' },
});

@ArgsType()
class TasksArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for done ones only, false for open ones only; all when left out.',
  })
  done?: boolean | null;
}

@InputType({ description: 'A task that is done.' })
class CompleteTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => String, { description: 'What was done, at most 500 characters; goes into the audit log.' })
  note!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the bank transfer, at most 100 characters; required for a refund by transfer.',
  })
  reference?: string | null;

  @Field(() => TaskOutcome, {
    nullable: true,
    description: 'How it was cleared up; required for RECONCILIATION and PAYMENT_MISMATCH.',
  })
  outcome?: TaskOutcome | null;
}

@InputType({ description: 'A task that somebody takes on.' })
class TakeTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Boolean, { nullable: true, description: 'True to take it from a colleague who has it.' })
  takeOver?: boolean | null;
}

@Resolver(() => Task)
export class CityResolver {
  @Access(curator)
  @Query(() => TaskConnection, { description: 'What the curator has to do by hand, the longest waiting first.' })
  tasks(@Ctx() ctx: Context, @Args(() => TasksArgs) args: TasksArgs): Promise<Page<Task>> {
    return listTasks(ctx, args);
  }

  @Access(curator)
  @Mutation(() => CompleteTaskPayload, { description: 'Marks a task as done; goes into the audit log.' })
  completeTask(
    @Ctx() ctx: Context,
    @Arg('input', () => CompleteTaskInput, { description: 'The task.' }) input: CompleteTaskInput,
  ): Promise<Payload<{ task: Task }>> {
    const { taskId, note, reference = null, outcome = null } = input;
    return payload(ctx, COMPLETE_TASK, async () => ({
      task: await completeTask(ctx, { taskId, note, reference, outcome }),
    }));
  }

  @Access(curator)
  @Mutation(() => TakeTaskPayload, {
    description: 'Takes a task on, so that colleagues see who does it; goes into the audit log.',
  })
  takeTask(
    @Ctx() ctx: Context,
    @Arg('input', () => TakeTaskInput, { description: 'The task.' }) { taskId, takeOver }: TakeTaskInput,
  ): Promise<Payload<{ task: Task }>> {
    return payload(ctx, TAKE_TASK, async () => ({ task: await takeTask(ctx, taskId, takeOver === true) }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the curator who took it, null while nobody has.',
  })
  async owner(@Ctx() ctx: Context, @Root() { takenByKey }: Task): Promise<string | null> {
    return takenByKey === null ? null : ownerNameOf(ctx, takenByKey);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller took it.' })
  isMine(@Ctx() ctx: Context, @Root() { takenByKey }: Task): boolean {
    return takenByKey !== null && takenByKey === ctx.actor.key;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Code of the order it is about, null when it is about none.',
  })
  async orderCode(@Ctx() ctx: Context, @Root() { subject }: Task): Promise<string | null> {
    return subject.orderKey ? orderCodeOf(ctx, subject.orderKey) : null;
  }
}
