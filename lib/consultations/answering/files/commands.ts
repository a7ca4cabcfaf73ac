import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { answers, files, responses } from "@/db/schema"
import type { AnswerFile, AnswerValue } from "@/db/schema/asking"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { found, RuleBroken } from "../../../errors"
import { keepFile, letFilesGo, showFilesTo, showFilesToGroups } from "../../../files/keeping/commands"
import type { ReadFile } from "../../../files/reading/content"
import { say } from "../../../words"
import { answerInWords, sayTheSame } from "../../words"
import { ensureShown, holdOpen, holdResponse, put, savedWhen, savedWith } from "../commands"
import { needAnswer } from "../input"
import { type OpenResponse, openResponse } from "../queries"
import { DRAFT, draftOf, type SaveFile, sentBy } from "./input"

/** The same file where the group has sent it already, else a new one on its response, for its own people until it is sent. */
async function answerFileOf(
  ctx: Ctx,
  { group, behalf }: OpenResponse,
  responseId: string,
  upload: ReadFile,
): Promise<AnswerFile> {
  const { name, content } = upload
  const said = { name, digest: content.digest, size: content.bytes.length }
  const [there] = await ctx.tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.onKind, "response"),
        eq(files.onId, responseId),
        eq(files.name, name),
        eq(files.digest, content.digest),
        isNull(files.removedAt),
      ),
    )
    .limit(1)
  if (there) return { id: there.id, ...said }
  const id = await keepFile(ctx, upload, {
    ...{ onKind: "response", onId: responseId, groupId: group.id, kind: "other" },
    // Staff who enter it from paper have it anyway.
    audience: behalf ? sentBy(group.id) : draftOf(group.id),
  })
  return { id, ...said }
}

/** Files of a response that its draft no longer names go, unless a version that was sent has them, or another question. */
export async function dropUnsentFiles(
  ctx: Ctx,
  responseId: string,
  values: readonly AnswerValue[],
): Promise<void> {
  const ids = values.flatMap(({ file }) => file?.id ?? [])
  if (ids.length === 0) return
  const unsent = await ctx.tx.execute<{ id: string }>(sql`
    select f.id from files f where f.on_kind = 'response' and f.on_id = ${responseId}::uuid and f.id = any (${sql.param(ids)}::uuid[])
      and not exists (select from response_versions v where v.response_id = f.on_id
        and jsonb_path_exists(v.answers, '$.*.file.id ? (@ == $id)', jsonb_build_object('id', f.id::text)))
      and not exists (select from answers a where a.response_id = f.on_id and a.value -> 'file' ->> 'id' = f.id::text)`)
  await letFilesGo(ctx, { onId: responseId, ids: unsent.map(({ id }) => id) })
}

/** Staff may read the files of a version once it is sent. */
export const showSentFiles = (
  ctx: Ctx,
  { responseId, groupId, answers }: { responseId: string; groupId: string; answers: AnswerValue[] },
): Promise<void> =>
  showFilesTo(ctx, { onId: responseId, ids: answers.flatMap(({ file }) => file?.id ?? []) }, sentBy(groupId))

/** Nothing that groups sent to a consultation that was stopped is used: their files are theirs alone again. */
export async function giveFilesBack(ctx: Ctx, consultationId: string): Promise<void> {
  const own = await ctx.tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.consultationId, consultationId), eq(responses.onBehalf, false)))
  await readingAll(ctx, "files go back to whom staff can’t read for", () =>
    showFilesToGroups(
      ctx,
      own.map(({ id }) => id),
      DRAFT,
    ),
  )
}

/**
 * Saves a file as the answer to a question of a group's draft, in the place of the one that was there, or takes that one away.
 * The second of two people who change the same question is refused, and told which file is there.
 */
export async function saveFile(ctx: Ctx, input: SaveFile) {
  const answering = await openResponse(ctx, input.id, input.group)
  const consultation = await holdOpen(ctx, input.id)
  const question = found(answering.questions.find(({ id }) => id === input.questionId))
  if (question.kind !== "file") throw new RuleBroken(say("This question doesn’t ask for a file."))
  const stands = answering.answers.get(question.id)?.value ?? {}
  const { upload, button } = input
  const changes = button === "remove" || upload !== null
  if (!changes && button !== "later") needAnswer(question, stands)
  const response = await holdResponse(ctx, consultation, answering)
  await ensureShown(ctx, question, input)
  const value = changes ? await write(ctx, answering, response.id, input) : stands
  const saved = await savedWith(ctx, input, { consultation, answering, response, question, value })
  return { ...saved, number: answering.questions.indexOf(question) + 1 }
}

async function write(ctx: Ctx, answering: OpenResponse, responseId: string, input: SaveFile) {
  const { questionId, upload, button, version } = input
  const question = found(answering.questions.find(({ id }) => id === questionId))
  const [before] = await ctx.tx
    .select()
    .from(answers)
    .where(and(eq(answers.responseId, responseId), eq(answers.questionId, questionId)))
  const said: AnswerValue =
    upload && button !== "remove" ? { file: await answerFileOf(ctx, answering, responseId, upload) } : {}
  if (sayTheSame(before?.value, said)) return before?.value ?? said
  if (before && before.revision !== version)
    throw new RuleBroken(
      say(
        "{saver} changed this answer {ago}. It’s now “{file}”. If yours is the right one, choose it again.",
        {
          ...(await savedWhen(ctx, before)),
          file: answerInWords(question, before.value) || say("no file"),
        },
      ),
      "answer",
    )
  await put(ctx, { responseId, questionId, seal: answering.seal }, before, said)
  if (before) await dropUnsentFiles(ctx, responseId, [before.value])
  return said
}
