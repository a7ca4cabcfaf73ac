import { type PageProps, visit } from "@/app/_http/visit"
import { listFiles } from "@/lib/files/queries"
import { mayKeepGroups } from "@/lib/groups/policy"
import { getGroupHeader } from "@/lib/groups/queries"
import { maySeeNotes } from "@/lib/notes/policy"
import { listNotes } from "@/lib/notes/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { FilesOf, toldIn } from "../../../files/_parts/files-of"
import { GroupFrame } from "../_parts/group-frame"
import { NotesOf } from "./notes-of"

/** A group’s files, and for staff their notes on it. */
export default async function GroupFiles(props: PageProps) {
  const [frame, { group, files, notes, keeps, told, today, now }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const [group, files, notes] = await Promise.all([
        getGroupHeader(ctx, id),
        listFiles(ctx, "group", id),
        maySeeNotes(ctx.actor) ? listNotes(ctx, id) : null,
      ])
      const { now, today } = ctx
      return { group, files, notes, keeps: mayKeepGroups(ctx.actor), told: toldIn(query), now, today }
    },
  )
  const lio = frame.lio.slug
  const staff = frame.actor.kind === "staff"
  return (
    <Frame
      {...frame}
      title={
        told.problem
          ? say("Error: Files: {group}", { group: group.name })
          : say("Files: {group}", { group: group.name })
      }
      at="groups"
    >
      <GroupFrame lio={lio} group={group} tab="files" keeps={keeps} staff={staff} now={now}>
        <FilesOf lio={lio} on={{ kind: "group", id: group.id }} {...files} {...{ told, today, now }} />
        {notes ? <NotesOf lio={lio} groupId={group.id} notes={notes} keeps={keeps} now={now} /> : null}
      </GroupFrame>
    </Frame>
  )
}
