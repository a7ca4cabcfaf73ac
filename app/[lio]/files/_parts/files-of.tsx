import { told } from "@/app/_http/told"
import { Banner } from "@/app/_ui/banner"
import { formatDate, When } from "@/app/_ui/date"
import { Disclosure } from "@/app/_ui/disclosure"
import { Tag } from "@/app/_ui/tag"
import { FILE_KINDS } from "@/db/vocabulary"
import type { OpenedForFiles } from "@/lib/access/room-type"
import { daysBetween } from "@/lib/days"
import { SOON_DAYS } from "@/lib/files/input"
import type { FileRow } from "@/lib/files/queries"
import { formatSize, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { FileFields } from "./file-fields"

type Props = {
  lio: string
  /** What the files are on. */
  on: { kind: string; id: string }
  opened: OpenedForFiles
  files: FileRow[]
  today: string
  now: Date
  /** What an upload came to, from the page’s address. */
  told: { problem?: string; uploaded?: string }
}

/** What an address tells of an upload. */
export const toldIn = (query: Record<string, string | string[] | undefined>) => ({
  problem: told(query, "problem"),
  uploaded: told(query, "uploaded"),
})

/** Until when a file runs, and that it does no more. */
function Until({ on, today }: { on: string; today: string }) {
  const left = daysBetween(today, on)
  if (left < 0) return <Tag tone="problem">{say("Expired on {on}", { on: formatDate(on) })}</Tag>
  return left <= SOON_DAYS ? (
    <Tag tone="wait">{say("Runs out on {on}", { on: formatDate(on) })}</Tag>
  ) : (
    <span>{say("Runs until {on}", { on: formatDate(on) })}</span>
  )
}

function OneFile({ lio, file, props }: { lio: string; file: FileRow; props: Props }) {
  const at = `/${lio}/files/${file.id}`
  const readers = props.opened.audiences
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-3">
      {file.smallDigest ? (
        // biome-ignore lint/performance/noImgElement: a small picture of our own, drawn once
        <img
          src={`${at}/picture`}
          alt=""
          width={64}
          height={64}
          loading="lazy"
          className="size-16 rounded object-cover"
        />
      ) : null}
      <div className="min-w-0 flex-1">
        <a href={`${at}/content`} className="inline-flex min-h-11 items-center break-words font-semibold">
          {file.name}
        </a>
        <p className="m-0 flex flex-wrap gap-x-4 gap-y-1 text-soft">
          <span>{FILE_KINDS[file.kind]}</span>
          {file.runsUntil ? <Until on={file.runsUntil} today={props.today} /> : null}
          <span>{formatSize(file.size)}</span>
          <span>
            {file.by
              ? sayRich("Added {when} by {by}", {
                  when: <When at={file.addedAt} now={props.now} />,
                  by: file.by,
                })
              : sayRich("Added {when}", { when: <When at={file.addedAt} now={props.now} /> })}
          </span>
          {Object.keys(readers).length > 1 && file.audience === "staff" ? (
            <Tag>{say("Staff only")}</Tag>
          ) : null}
        </p>
      </div>
      {props.opened.mayChange ? (
        <a href={at} className="inline-flex min-h-11 items-center">
          {sayRich("Change<hidden> {name}</hidden>", {
            name: file.name,
            hidden: (text) => <span className="sr-only">{text}</span>,
          })}
        </a>
      ) : null}
    </li>
  )
}

/** The files on a thing, with the form that adds one. */
export function FilesOf(props: Props) {
  const { lio, on, opened, files, told } = props
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say("Files")}</h2>
      {told.problem ? <Banner kind="problem">{told.problem}</Banner> : null}
      {told.uploaded ? (
        <Banner kind="done">{say("Uploaded {uploaded}", { uploaded: told.uploaded })}</Banner>
      ) : null}
      {files.length > 0 ? (
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {files.map((file) => (
            <OneFile key={file.id} lio={lio} file={file} props={props} />
          ))}
        </ul>
      ) : (
        <p className="text-soft">{say("No files yet.")}</p>
      )}
      {opened.mayChange ? (
        <Disclosure summary={say("Upload a file")} open={Boolean(told.problem)}>
          <form
            action={`/${lio}/files/upload?back=${opened.path}`}
            method="post"
            encType="multipart/form-data"
            className="max-w-2xl"
          >
            <input type="hidden" name="onKind" value={on.kind} />
            <input type="hidden" name="onId" value={on.id} />
            <div className="field">
              <label className="label" htmlFor="file">
                {say("File")}
              </label>
              <p id="file-hint" className="hint">
                {say("PDF, Word, Excel, text or picture, up to 10 MB. You can choose several.")}
              </p>
              <input
                className="input"
                id="file"
                name="file"
                type="file"
                multiple
                aria-describedby="file-hint"
              />
            </div>
            <FileFields audiences={opened.audiences} />
            <button className="button" type="submit">
              {say("Upload")}
            </button>
          </form>
        </Disclosure>
      ) : null}
    </section>
  )
}
