import { consultations, invitations, questions, responses, responseVersions } from "@/db/schema"
import type { world } from "./world"

type World = Awaited<ReturnType<typeof world>>
const theFirst = <T>(rows: T[]) => rows[0] as T

/** An open consultation in which the food bank and the choir were asked, closing on 20 June. */
export const asking = (w: World, now: Date) =>
  async function asked(
    title: string,
    state: { closesAt?: Date; answeredBy?: string; readyFor?: string } = {},
  ) {
    return w.system(async (ctx) => {
      const lioId = ctx.lio.id
      const values = {
        lioId,
        title,
        openedAt: new Date("2026-06-01T09:00:00Z"),
        closesAt: state.closesAt ?? new Date("2026-06-20T16:00:00Z"),
      }
      const { id } = theFirst(await ctx.tx.insert(consultations).values(values).returning())
      const about = {
        lioId,
        consultationId: id,
        position: 1,
        kind: "text" as const,
        title: "What should change?",
      }
      const question = theFirst(await ctx.tx.insert(questions).values(about).returning())
      for (const group of [w.foodbank, w.choir]) {
        await ctx.tx
          .insert(invitations)
          .values({ lioId, consultationId: id, groupId: group.id, invitedAt: values.openedAt })
      }
      const begun = { lioId, consultationId: id, startedAt: values.openedAt }
      const answered = state.answeredBy ?? state.readyFor
      const response = answered
        ? theFirst(
            await ctx.tx
              .insert(responses)
              .values({
                ...begun,
                groupId: answered,
                reference: title.slice(0, 8),
                ...(state.readyFor ? { readyAt: now } : { version: 1, signedOffAt: now }),
              })
              .returning(),
          )
        : null
      if (response && response.version > 0) {
        await ctx.tx.insert(responseVersions).values({
          lioId,
          responseId: response.id,
          version: 1,
          answers: {},
          signedOffAt: now,
          signedOffName: "Somebody",
        })
      }
      return { id, question: question.id, response: response?.id ?? "" }
    })
  }
