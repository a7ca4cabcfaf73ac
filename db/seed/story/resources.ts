import type { THEMES } from "./groups"

type Told = {
  title: string
  kind: string
  summary: string
  openTo: "public" | "members" | "staff"
  link?: string
  themes?: (keyof typeof THEMES)[]
  /** A file: its name, and what stands in it. */
  file?: { name: string; lines: string[] }
  /** Days ago that it was added. */
  days: number
  /** Days after which it is to be checked again. */
  after?: number
  /** The message it was sent to two groups with. */
  sent?: string
  /** The note of the session in which one of them was given it. */
  given?: string
}

/** What a CVS gives to groups. The first is due to be checked. */
export const RESOURCES: Told[] = [
  {
    title: "Volunteer agreement template",
    kind: "template",
    summary:
      "One page to go through with a new volunteer: what they’ll do, what you’ll do for them, and expenses.",
    openTo: "public",
    file: {
      name: "Volunteer agreement.pdf",
      lines: [
        "We’re glad to have you.",
        "What you’ll do",
        "What we’ll do: induction, expenses, support",
        "Signed",
      ],
    },
    days: 380,
    after: 365,
    sent: "Here’s the template we talked about. Change whatever doesn’t suit you.",
    given: "Went through the volunteer agreement together and changed two lines for their drivers.",
  },
  {
    title: "Safeguarding policy for small groups",
    themes: ["young", "older"],
    kind: "policy",
    summary: "A model policy of three pages for groups without paid staff, with notes on what to change.",
    openTo: "public",
    file: {
      name: "Safeguarding policy.pdf",
      lines: [
        "Our promise",
        "Our safeguarding lead",
        "If you’re worried about somebody",
        "Checks for volunteers",
      ],
    },
    days: 120,
  },
  {
    title: "Risk assessment checklist for events",
    themes: ["arts", "sport"],
    kind: "checklist",
    summary: "Two sides to walk round a hall or a field with: fire exits, food, first aid, weather.",
    openTo: "members",
    file: { name: "Event checklist.pdf", lines: ["Before the day", "On the day", "Afterwards"] },
    days: 90,
  },
  {
    title: "How to run a good AGM",
    themes: ["advice"],
    kind: "recording",
    summary: "Forty minutes from our training evening in the spring, with captions.",
    openTo: "members",
    link: "https://aldervale.example/recordings/agm",
    days: 150,
  },
  {
    title: "Charity Commission: the essential trustee",
    kind: "website",
    summary: "What every trustee of a charity in England and Wales needs to know.",
    openTo: "public",
    link: "https://www.gov.uk/government/publications/the-essential-trustee-what-you-need-to-know-cc3",
    days: 200,
  },
  {
    title: "Health check questions for the first visit",
    kind: "form",
    summary: "What we ask a group on a first visit, in the order that works.",
    openTo: "staff",
    file: { name: "First visit.pdf", lines: ["How did you start?", "Who does what?", "What worries you?"] },
    days: 60,
  },
]
