import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { RESOURCE_KINDS } from "@/db/vocabulary"
import type { FileRow } from "@/lib/files/queries"
import type { Resource } from "@/lib/resources/queries"
import { formatDate, formatSize, inWords, say } from "@/lib/words"

type Props = {
  lio: string
  resource: Resource
  files: FileRow[]
  /** Whoever looks is signed in here. */
  known: boolean
}

/** A resource, with its link and its files to open. */
export const OfferedResource = ({ lio, resource, files, known }: Props) => (
  <Static>
    <BackLink href={`/${lio}/resources`}>{say("Resources")}</BackLink>
    <h1>{resource.title}</h1>
    <p className="text-soft">
      {[RESOURCE_KINDS[resource.kind], inWords(resource.themes.map(({ name }) => name))]
        .filter(Boolean)
        .join(" · ")}
    </p>
    {resource.summary ? <p className="max-w-2xl whitespace-pre-line">{resource.summary}</p> : null}
    {resource.link ? (
      <p>
        <ButtonLink href={resource.link} kind={files.length > 0 ? "secondary" : undefined}>
          {say("Open the website")}
        </ButtonLink>
      </p>
    ) : null}
    {files.length > 0 ? (
      <ul className="max-w-3xl list-none border-t border-line p-0">
        {files.map((file) => (
          <li key={file.id} className="border-b border-line py-3">
            <a
              href={
                known
                  ? `/${lio}/files/${file.id}/content`
                  : `/${lio}/resources/${resource.id}/file/${file.id}`
              }
              className="inline-flex min-h-11 items-center break-words font-semibold"
            >
              {say("Download {name}", { name: file.name })}
            </a>{" "}
            <span className="whitespace-nowrap text-soft">{formatSize(file.size)}</span>
          </li>
        ))}
      </ul>
    ) : null}
    {resource.checkedOn ? (
      <p className="text-soft">{say("Last checked on {day}", { day: formatDate(resource.checkedOn) })}</p>
    ) : null}
  </Static>
)
