import { type PageProps, visit } from "@/app/_http/visit"
import { When } from "@/app/_ui/date"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { FILE_KINDS } from "@/db/vocabulary"
import { getFile } from "@/lib/files/queries"
import { formatDate, formatSize, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { FileFields } from "../_parts/file-fields"
import { changeFileForm, removeFileForm } from "../actions"

/** One file: what it is, and for whoever may, changing what is said of it or removing it. */
export default async function FilePage(props: PageProps) {
  const [frame, { file, opened, now }] = await visit(props, async (ctx, _, params) => ({
    ...(await getFile(ctx, params.id ?? "")),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/files/${file.id}`
  return (
    <Frame {...frame} title={file.name}>
      <BackLink href={`/${lio}/${opened.path}`}>{opened.title}</BackLink>
      <h1 className="break-words">{file.name}</h1>
      <p>
        <a className="button" href={`${at}/content`}>
          {say("Download ({file})", { file: formatSize(file.size) })}
        </a>
      </p>
      <SummaryList
        missing={say("Not said")}
        items={[
          { label: say("Kind of file"), value: FILE_KINDS[file.kind] },
          { label: say("Runs until"), value: file.runsUntil ? formatDate(file.runsUntil) : undefined },
          {
            label: say("Who may read it"),
            value: opened.audiences[file.audience] ?? say("Staff and its people"),
          },
          {
            label: say("Added"),
            value: file.by ? (
              sayRich("{when} by {by}", { when: <When at={file.addedAt} now={now} />, by: file.by })
            ) : (
              <When at={file.addedAt} now={now} />
            ),
          },
        ]}
      />
      {opened.mayChange ? (
        <>
          <h2>{say("Change this file’s details")}</h2>
          <Form action={changeFileForm} lio={lio} submit={say("Save")} id="change">
            <input type="hidden" name="id" value={file.id} />
            <TextField name="name" label={say("Name")} value={file.name} />
            <FileFields audiences={opened.audiences} now={file} />
          </Form>
          <h2>{say("Remove this file")}</h2>
          <Form action={removeFileForm} lio={lio} submit={say("Remove this file")} kind="danger" id="remove">
            <input type="hidden" name="id" value={file.id} />
          </Form>
        </>
      ) : null}
    </Frame>
  )
}
