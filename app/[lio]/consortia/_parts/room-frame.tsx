import { BackLink, Tabs } from "@/app/_ui/links"
import type { Consortium } from "@/lib/opportunities/consortia/queries"
import { formatDate, formatMoment, say } from "@/lib/words"

const PAGES = [
  { key: "room", path: "", label: say("Room") },
  { key: "terms", path: "/terms", label: say("Terms") },
  { key: "people", path: "/people", label: say("Groups and people") },
  { key: "bid", path: "/bid", label: say("The bid") },
] as const

/** What a consortium bids for, with the way to it, and until when. */
export const WhatFor = ({ lio, its }: { lio: string; its: Consortium }) => {
  const day = its.closesAt ? formatMoment(its.closesAt, its.zone) : ""
  return (
    <>
      <BackLink href={`/${lio}/consortia`}>{say("Bidding together")}</BackLink>
      <h1 className="mb-2 wrap-anywhere">{its.title}</h1>
      {day || its.readable ? (
        <p>
          {day ? (
            <>
              {its.closed
                ? say("Bids had to be in by {day}.", { day })
                : say("Bids have to be in by {day}.", { day })}{" "}
            </>
          ) : null}
          {its.readable ? (
            <a href={`/${lio}/opportunities/${its.opportunityId}`}>{say("What’s asked for")}</a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

/** The head of each page of a room. */
export const RoomHead = ({
  lio,
  its,
  current,
}: {
  lio: string
  its: Consortium
  current: (typeof PAGES)[number]["key"]
}) => (
  <>
    <WhatFor lio={lio} its={its} />
    {its.dissolvedAt ? (
      <p>
        {say("This consortium ended on {day}. You can read the room.", {
          day: formatDate(its.dissolvedAt, its.zone),
        })}
      </p>
    ) : null}
    <Tabs
      label={say("Pages of the room")}
      tabs={PAGES.map(({ key, path, label }) => ({
        label,
        href: `/${lio}/consortia/${its.id}${path}`,
        current: key === current,
      }))}
    />
  </>
)
