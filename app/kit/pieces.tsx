import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { Card, Stat } from "@/app/_ui/card"
import { Dialog } from "@/app/_ui/dialog"
import { ActionMenu, Disclosure } from "@/app/_ui/disclosure"
import { BackLink, Breadcrumb, Tabs } from "@/app/_ui/links"
import { Mark } from "@/app/_ui/mark"
import { Markdown } from "@/app/_ui/markdown"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag, type Tone } from "@/app/_ui/tag"
import { Progress, TaskList } from "@/app/_ui/task-list"

const TONES: Tone[] = ["plain", "good", "wait", "problem", "note", "plum"]
const WRITTEN =
  "A **strong** word, a [link](https://example.org), thanks @Gwen.\n\n- one\n- two\n\n> What the council said\n\n| Ward | Groups |\n|---|---|\n| Canol | 12 |\n\n<script>alert(1)</script>"

/** Banners, links, tags, facts, cards and what people wrote. */
export function PieceSamples() {
  return (
    <>
      <Banner
        links={[
          { label: "View", href: "/kit" },
          { label: "Undo", href: "/kit?undo" },
        ]}
      >
        Session saved
      </Banner>
      <Banner kind="note">You see this page as your group sees it.</Banner>
      <Banner kind="problem">Three letters came back. Check the addresses.</Banner>
      <BackLink href="/kit">All groups</BackLink>
      <Breadcrumb
        items={[
          { label: "Groups", href: "/kit" },
          { label: "Cymdeithas Gymunedol Llanfairpwllgwyngyll", href: "/kit?x" },
        ]}
      />
      <Tabs
        label="About the group"
        tabs={[
          { label: "Timeline", href: "/kit", current: true },
          { label: "Details", href: "/kit?d" },
          { label: "People", href: "/kit?p", count: 4 },
        ]}
      />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <ButtonLink href="/kit">Record a session</ButtonLink>
        <ButtonLink href="/kit" kind="secondary">
          Second
        </ButtonLink>
        <ButtonLink href="/kit" kind="danger">
          Close the group
        </ButtonLink>
        <Dialog
          href="/kit"
          label="Open a dialog"
          title="A short question"
          className="button button-secondary"
        >
          <p>The same words stand on a page of their own.</p>
        </Dialog>
        <ActionMenu about="Aldervale">
          <a href="/kit">Merge</a>
        </ActionMenu>
      </div>
      <p className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Tag key={tone} tone={tone}>
            {tone}
          </Tag>
        ))}
      </p>
      <p className="flex items-center gap-4 text-leaf">
        <Mark className="size-4" />
        <Mark className="size-8" />
        <Mark className="size-24" />
      </p>
      <div className="grid gap-4 sm:grid-cols-3">
        <Stat
          label="Groups heard"
          value="87"
          of="of 214 asked (41%)"
          counts="Their lead has sent the answer"
        />
        <Stat label="Support given" value="1,204" of="sessions since April" href="/kit" />
        <Card title="Buses after six" href="/kit">
          <p className="m-0">Closes on 30 June 2026.</p>
        </Card>
      </div>
      <Progress thing="Question" at={3} of={8} />
      <TaskList
        tasks={[
          { label: "Put in your logo", href: "/kit", state: "Completed", tone: "good" },
          {
            label: "Import your groups",
            href: "/kit?2",
            hint: "From any spreadsheet",
            state: "Not yet started",
          },
        ]}
      />
      <SummaryList
        items={[
          {
            label: "Name",
            value: "Cymdeithas Gymunedol Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            change: { href: "/kit" },
          },
          { label: "Phone", change: { href: "/kit" } },
        ]}
      />
      <Disclosure summary="Why we ask">So that the council hears from every ward.</Disclosure>
      <Markdown text={WRITTEN} mentions={{ Gwen: "/kit" }} />
    </>
  )
}
