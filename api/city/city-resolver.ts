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
import { curator, Task } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access } from '../platform/graphql/access.ts';
import { connectionTypes, type Page, PageArgs } from '../platform/graphql/connection.ts';
import { COMMON, errorFamily, type Payload, payload, payloadType } from '../platform/graphql/user-errors.ts';
import { completeTask } from './complete-task.ts';
import { listTasks, orderCodeOf } from './task-queries.ts';

const { connection: TaskConnection } = connectionTypes('Task', () => Task);

const COMPLETE_TASK = errorFamily('CompleteTask', {
  NOT_FOUND: COMMON.NOT_FOUND,
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
    const { taskId, note, reference = null } = input;
    return payload(ctx, COMPLETE_TASK, async () => ({ task: await completeTask(ctx, { taskId, note, reference }) }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Code of the order it is about, null when it is about none.',
  })
  async orderCode(@Ctx() ctx: Context, @Root() { subject }: Task): Promise<string | null> {
    return subject.orderKey ? orderCodeOf(ctx, subject.orderKey) : null;
  }
}
