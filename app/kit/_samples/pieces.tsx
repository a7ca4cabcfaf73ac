import { Card, Stat } from "@/app/_ui/card"
import { When } from "@/app/_ui/date"
import { Icon, type IconName } from "@/app/_ui/icon"
import { BackLink, Breadcrumb, Tabs } from "@/app/_ui/links"
import { Mark } from "@/app/_ui/mark"
import { Markdown } from "@/app/_ui/markdown"
import { ScrollBox } from "@/app/_ui/scroll-box"
import { Static } from "@/app/_ui/static"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag, type Tone } from "@/app/_ui/tag"
import { Progress, TaskList } from "@/app/_ui/task-list"
import { Group, LONG, Sample } from "./sample"

const TONES: Tone[] = ["plain", "good", "wait", "problem", "note", "plum"]
const ICONS: IconName[] = [
  ...(["dot", "talk", "letter", "note", "step", "answer", "people", "outcome"] as const),
  ...(["change", "calendar", "place"] as const),
]
const WRITTEN =
  "A **strong** word, a [link](https://example.org), thanks @Gwen.\n\n- one\n- two\n\n> What the council said\n\n| Ward | Groups |\n|---|---|\n| Canol | 12 |\n\n<script>alert(1)</script>"

/** Where one is: links back and up, and tabs. */
export function PlaceSamples() {
  return (
    <Group id="places" title="Where one is">
      <BackLink href="/kit">All groups</BackLink>
      <Breadcrumb
        items={[
          { label: "Groups", href: "/kit" },
          { label: LONG, href: "/kit?x" },
        ]}
      />
      <Tabs
        label="About the group"
        tabs={[
          { label: "Timeline", href: "/kit", current: true },
          { label: "Details", href: "/kit?d" },
          { label: "People", href: "/kit?p", count: 4 },
          { label: "Files", href: "/kit?f", count: 0 },
        ]}
      />
      <Sample state="How far along">
        <Progress thing="Question" at={3} of={8} />
      </Sample>
    </Group>
  )
}

/** Tags, icons, facts, figures, cards and what people wrote. */
export function PieceSamples() {
  return (
    <Group id="facts" title="Facts">
      <Sample state="What is wider than the page">
        <ScrollBox label="A long line that scrolls">
          <p className="mb-0 whitespace-nowrap">{`${LONG} `.repeat(6)}</p>
        </ScrollBox>
      </Sample>
      <Sample state="Tags, the mark and icons">
        <p className="flex flex-wrap gap-2">
          {TONES.map((tone) => (
            <Tag key={tone} tone={tone}>
              {tone}
            </Tag>
          ))}
        </p>
        <p className="flex flex-wrap items-center gap-4 text-leaf">
          <Mark className="size-4" />
          <Mark className="size-8" />
          <Mark className="size-24" />
          {ICONS.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
      </Sample>
      <Sample state="Figures and cards">
        <div className="grid gap-4 sm:grid-cols-3">
          <Stat
            label="Groups heard"
            value="87"
            of="of 214 asked (41%)"
            counts="Their lead has sent the answer"
          />
          <Stat label="Support given" value="0" of="sessions since April" href="/kit" />
          <Card title="Buses after six" href="/kit">
            <p className="m-0">
              Closes on <When at="2026-06-30" now={new Date("2026-06-27T10:00:00Z")} />.
            </p>
          </Card>
          <Card title={LONG}>
            <p className="m-0">A long name, and no link.</p>
          </Card>
        </div>
      </Sample>
      <Sample state="Things to do, done and not">
        <TaskList
          tasks={[
            { label: "Put in your logo", href: "/kit", state: "Completed", tone: "good" },
            {
              label: "Import your groups",
              href: "/kit?2",
              hint: "From any spreadsheet",
              state: "Not yet started",
            },
            { label: LONG, state: "For managers" },
          ]}
        />
      </Sample>
      <Sample state="What is known, and what isn’t">
        <SummaryList
          items={[
            { label: "Name", value: LONG, change: { href: "/kit" } },
            { label: "Phone", change: { href: "/kit" } },
          ]}
        />
      </Sample>
      <Sample state="What people wrote; drawn once, without scripts">
        <Static>
          <Markdown text={WRITTEN} mentions={{ Gwen: "/kit" }} />
        </Static>
      </Sample>
    </Group>
  )
}
