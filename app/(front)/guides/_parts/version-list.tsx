import { BackLink } from "@/app/_ui/links"
import type { Version } from "@/lib/guides/reading/queries"
import { formatDate, say } from "@/lib/words"

type Props = { title: string; at: string; versions: Version[] }

/** Every version of a guide that was published, each at its own address. `at`: the guide's. */
export function VersionList({ title, at, versions }: Props) {
  const [newest] = versions
  return (
    <>
      <BackLink href={at}>{title}</BackLink>
      <h1>{say("Versions of “{title}”", { title })}</h1>
      <p className="max-w-2xl">
        {say("A version never changes once it’s published, so you can link to it.")}
      </p>
      <ol className="max-w-2xl list-none p-0">
        {versions.map(({ version, publishedAt, change, writtenBy, checkedBy }) => (
          <li key={version} className="border-b border-line py-3">
            <a
              className="inline-flex min-h-11 items-center font-semibold"
              href={version === newest?.version ? at : `${at}/versions/${version}`}
            >
              {say("Version {version} of {day}", { version, day: formatDate(publishedAt) })}
            </a>
            {change ? <p className="m-0">{change}</p> : null}
            {writtenBy ? (
              <p className="m-0 text-soft">
                {checkedBy
                  ? say("Written by {writer}, checked by {checker}", {
                      writer: writtenBy,
                      checker: checkedBy,
                    })
                  : say("Written by {writer}", { writer: writtenBy })}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  )
}
