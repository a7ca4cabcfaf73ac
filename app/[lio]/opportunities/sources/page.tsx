import { told } from "@/app/_http/told"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextField } from "@/app/_ui/fields"
import { FileToRead } from "@/app/_ui/file-to-read"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { mayKeepOpportunities } from "@/lib/opportunities/policy"
import { listReadings, listSources, type Source } from "@/lib/opportunities/sources/queries"
import { formatMoment, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { OpportunityTabs } from "../_parts/opportunity-tabs"
import { addOpportunitySourceForm, fetchOpportunitySourceForm, removeOpportunitySourceForm } from "./actions"
import { Readings } from "./readings"

function howItWent({ triedAt, workedAt, trouble, invalid }: Source): string {
  if (!triedAt) return say("Not fetched yet.")
  const left =
    invalid > 0
      ? ` ${sayCount(invalid, { one: "{count} release was left out.", other: "{count} releases were left out." })}`
      : ""
  if (!trouble) return say("Fetched on {day}.", { day: formatMoment(triedAt) }) + left
  const last = workedAt
    ? say("It last worked on {day}.", { day: formatMoment(workedAt) })
    : say("It has never worked.")
  return `${say("Tried on {day}.", { day: formatMoment(triedAt) })} ${trouble} ${last}`
}

const readIn = (read: unknown) => {
  const [releases = "", opportunities = "", invalid = ""] =
    /^(\d+) (\d+) (\d+)$/.exec(String(read ?? ""))?.slice(1) ?? []
  return releases
    ? { releases: Number(releases), opportunities: Number(opportunities), invalid: Number(invalid) }
    : null
}

/** Where opportunities come from: addresses that are asked once a day, and files. */
export default async function OpportunitySources(props: PageProps) {
  const [frame, { sources, readings, keeps, read, problem }] = await visit(props, async (ctx, query) => {
    const [sources, readings] = await Promise.all([listSources(ctx), listReadings(ctx)])
    return {
      ...{ sources, readings, keeps: mayKeepOpportunities(ctx.actor), read: readIn(query.read) },
      problem: told(query, "problem"),
    }
  })
  const lio = frame.lio.slug
  const title = say("Where opportunities come from")
  return (
    <Frame {...frame} title={problem ? say("Error: {title}", { title }) : title} at="opportunities">
      <h1>{title}</h1>
      {problem ? <Banner kind="problem">{problem}</Banner> : null}
      <OpportunityTabs lio={lio} current="sources" staff />
      {read ? (
        <Banner kind={read.invalid > 0 ? "note" : "done"}>
          {`${sayCount(read.releases, { one: "{count} release read.", other: "{count} releases read." })} ${sayCount(read.opportunities, { one: "{count} opportunity.", other: "{count} opportunities." })}${
            read.invalid > 0
              ? ` ${sayCount(read.invalid, { one: "{count} was left out: see below why.", other: "{count} were left out: see below why." })}`
              : ""
          }`}
        </Banner>
      ) : null}
      {sources.length > 0 ? (
        <ul className="list-none p-0">
          {sources.map((source) => (
            <li key={source.id} className="card mb-4 max-w-3xl">
              <h2 className="mt-0">
                {source.name} {source.trouble ? <Tag tone="problem">{say("Didn’t work")}</Tag> : null}
              </h2>
              <p className="m-0 text-soft wrap-anywhere">{source.address}</p>
              <p>{howItWent(source)}</p>
              {keeps ? (
                <div className="flex flex-wrap gap-3">
                  <Form
                    action={fetchOpportunitySourceForm}
                    lio={lio}
                    id={`fetch-${source.id}`}
                    submit={say("Fetch now")}
                    kind="secondary"
                  >
                    <input type="hidden" name="id" value={source.id} />
                  </Form>
                  <Form
                    action={removeOpportunitySourceForm}
                    lio={lio}
                    id={`remove-${source.id}`}
                    submit={say("Remove {name}", { name: source.name })}
                    kind="plain"
                  >
                    <input type="hidden" name="id" value={source.id} />
                  </Form>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState drawing="search" title={say("No addresses yet")}>
          {say(
            "Give the web address of a release package (OCDS), and Trellis fetches its notices every morning. Contracts Finder, Find a Tender, Sell2Wales and Public Contracts Scotland publish them.",
          )}
        </EmptyState>
      )}
      {keeps ? (
        <>
          <Form
            action={addOpportunitySourceForm}
            lio={lio}
            id="add"
            fold={say("Add an address")}
            submit={say("Add the address")}
          >
            <TextField
              name="name"
              label={say("What is it called?")}
              hint={say("For example, Find a Tender, North West")}
              width="md"
            />
            <TextField
              name="address"
              label={say("Address")}
              type="url"
              hint={say(
                "It begins with https:// and leads to a release package of the Open Contracting Data Standard.",
              )}
            />
          </Form>

          <details className="fold no-print" open={problem !== undefined}>
            <summary>{say("Bring in a file of notices")}</summary>
            <FileToRead
              to={`/${lio}/opportunities/sources/upload`}
              accept=".json"
              kind="secondary"
              submit={say("Read the file")}
            >
              <p className="max-w-3xl">
                {say(
                  "A release package (OCDS, JSON) of up to 20 MB. You can bring in the same file again, or a newer one: nothing is counted twice.",
                )}
              </p>
            </FileToRead>
          </details>
        </>
      ) : null}
      <Readings readings={readings} />
    </Frame>
  )
}
