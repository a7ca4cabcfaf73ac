/** Who says something: a person of the named group, or the CVS itself. `day` counts back from today. */
export type Said = { as: string | "cvs"; day: number; body: string }
export type StoryTopic = {
  title: string
  posts: Said[]
  pinned?: boolean
  summary?: string
  decision?: string
}
export type StoryNetwork = {
  name: string
  about: string
  byRequest?: boolean
  groups: string[]
  topics: StoryTopic[]
}

/** The two networks of Aldervale and what is talked about in them. */
export const NETWORKS: StoryNetwork[] = [
  {
    name: "Food and Hardship Network",
    about:
      "For every group in Aldervale that feeds people or helps them with money. We share what we have, and say together what has to change.",
    groups: [
      "Alderbridge Community Pantry",
      "Hob’s Mill Food Bank",
      "Skelby Community Fridge",
      "The Warm Room, Netherfold",
      "Aldervale Foodshare Collective",
      "Alderbridge Citizens’ Help Desk",
      "Netherfold Credit Union",
      "Money Matters Moor Side",
      "Al-Noor Community Centre",
      "Sikh Seva Kitchen",
      "Hob’s Mill Baby Bank",
      "Welcome Aldervale",
      "Skelby Methodist Chapel",
    ],
    topics: [
      {
        title: "Before you come: how this network works",
        pinned: true,
        posts: [
          {
            as: "cvs",
            day: 300,
            body: "Welcome. Three things to know:\n\n1. You speak here **as your group**.\n2. You choose how much you hear: every post, new topics only, only when named, or nothing.\n3. What we decide together is pinned at the top of a topic, so that nobody has to read forty replies.\n\nWe meet on the second Thursday of the month, at the Methodist hall in Hob’s Mill.",
          },
        ],
      },
      {
        title: "Two pallets of tinned tomatoes, to share by Friday",
        posts: [
          {
            as: "Aldervale Foodshare Collective",
            day: 6,
            body: "The wholesaler has given us **two pallets of chopped tomatoes** (1,152 tins, best before March). They are at our unit and must be gone by Friday noon. How many can each of you take?",
          },
          {
            as: "Hob’s Mill Food Bank",
            day: 6,
            body: "Two hundred please. @Alderbridge Community Pantry can we share your van again?",
          },
          {
            as: "Alderbridge Community Pantry",
            day: 5,
            body: "Of course. Thursday at ten, from your door. We would take 300 ourselves.",
          },
          {
            as: "Al-Noor Community Centre",
            day: 5,
            body: "One hundred and fifty for the Friday kitchen. We can also store what is left for a week: there is room in the cellar.",
          },
          {
            as: "Skelby Community Fridge",
            day: 4,
            body: "Sixty, if somebody is coming our way. No van since the summer.",
          },
          {
            as: "Aldervale Foodshare Collective",
            day: 3,
            body: "All spoken for. Thank you. Skelby’s come with the fish van on Thursday.",
          },
        ],
      },
      {
        title: "Prepayment meters: what do you tell people at the weekend?",
        summary:
          "The Help Desk’s out-of-hours number now takes meter calls on Saturday and Sunday until six. The Pantry and the Food Bank each keep £200 of vouchers for the hours after that.",
        decision: "We ask the council for one hardship line for the whole district, open at weekends.",
        posts: [
          {
            as: "Hob’s Mill Food Bank",
            day: 41,
            body: "Third Saturday running that a family came with **no electricity and no way to top up until Monday**. One had insulin in the fridge. The council’s line closes at five on Friday. What do the rest of you do?",
          },
          {
            as: "Money Matters Moor Side",
            day: 41,
            body: "We drive them to the garage at Thornclough and pay from the tin. That is not a plan.",
          },
          {
            as: "Alderbridge Citizens’ Help Desk",
            day: 40,
            body: "We have seen **31 meter cases since September**, 19 of them on a Friday afternoon or at a weekend. We keep dates and amounts, without names. Happy to share with the network.",
          },
          {
            as: "The Warm Room, Netherfold",
            day: 39,
            body: "Same here. We had a grandmother who sat in the dark from Friday till Monday because she did not want to bother anyone.",
          },
          {
            as: "Netherfold Credit Union",
            day: 39,
            body: "We could hold a small fund for the weekends if somebody else takes the calls.",
          },
          {
            as: "cvs",
            day: 38,
            body: "This is the fourth group to say so in a month. I have opened a **need** from this topic, and I suggest we ask about it in the consultation on keeping the doors open. Is that all right with everybody?",
          },
          { as: "Hob’s Mill Food Bank", day: 38, body: "More than all right." },
          {
            as: "Welcome Aldervale",
            day: 37,
            body: "Yes. Please ask in a way that people with little English can answer: our members have meters too.",
          },
        ],
      },
      {
        title: "Does anybody have a spare chest freezer?",
        posts: [
          {
            as: "Skelby Methodist Chapel",
            day: 12,
            body: "Ours died with forty meals in it. Second-hand is fine. We can fetch.",
          },
          {
            as: "Sikh Seva Kitchen",
            day: 11,
            body: "We have one that we do not need until Vaisakhi. Come and get it on Sunday, and stay to eat.",
          },
          {
            as: "Skelby Methodist Chapel",
            day: 10,
            body: "You are very kind. Four of us will come, hungry.",
          },
        ],
      },
      {
        title: "Christmas opening hours: let us not all close on the same day",
        posts: [
          {
            as: "cvs",
            day: 2,
            body: "Last year six of us were closed on 27 December and people went from door to door. Please reply with the days you are **open** between 21 December and 4 January. I will make one list for every GP, school and library.",
          },
          { as: "Hob’s Mill Food Bank", day: 2, body: "Open Tuesday 22 and Tuesday 29, ten till two." },
          { as: "Sikh Seva Kitchen", day: 1, body: "Every Sunday as always, and Christmas Day from noon." },
          { as: "Al-Noor Community Centre", day: 1, body: "All the Fridays, and the 26th." },
        ],
      },
    ],
  },
  {
    name: "Older People’s Forum",
    about:
      "Groups that work with older people in Aldervale, and older people who run groups. We follow transport, health and housing.",
    byRequest: true,
    groups: [
      "St Oswin’s Lunch Club",
      "Aldervale Good Neighbours",
      "Thornclough Over-Sixties",
      "Memory Café Alderbridge",
      "Community Wheels",
      "Aldervale Talking News",
      "Carers Together Aldervale",
      "Breathe Easy Skelby",
      "Walking Football Aldervale",
      "Skelby Bowling Club",
    ],
    topics: [
      {
        title: "The 34 bus stops at six: what it does to us",
        posts: [
          {
            as: "Thornclough Over-Sixties",
            day: 20,
            body: "Since the 34 was cut, the last bus up to Moor Side is at **six o’clock**. Our Monday social used to end at eight. Eleven of our thirty-two members have stopped coming.",
          },
          {
            as: "Community Wheels",
            day: 19,
            body: "We carry nine of them home in the minibus now, with volunteers. We are at our limit: I have had to say no to two groups this month.",
          },
          {
            as: "Breathe Easy Skelby",
            day: 18,
            body: "In Skelby it is the hospital. The clinic runs till seven, the bus till twenty past six. A taxi is £14.",
          },
          {
            as: "Carers Together Aldervale",
            day: 17,
            body: "Carers tell us the same, and for them it is the only evening out in the week.",
          },
          {
            as: "cvs",
            day: 16,
            body: "The transport authority asks for views on its bus plan until the end of the month. I have made that into a consultation, so that each group can answer once and we can put it together. You should all have the invitation.",
          },
        ],
      },
      {
        title: "A speaker on scams for January",
        posts: [
          {
            as: "St Oswin’s Lunch Club",
            day: 9,
            body: "Can anybody recommend one? Ours last year read from slides for an hour, and the pudding went cold.",
          },
          {
            as: "Aldervale Talking News",
            day: 8,
            body: "The young officer from the bank in Market Street. Twenty minutes, funny, and she brings the fake texts for people to spot.",
          },
        ],
      },
      {
        title: "Dementia-friendly singing: leaders wanted",
        posts: [
          {
            as: "Memory Café Alderbridge",
            day: 14,
            body: "We have 26 singers and one leader with a bad back. Two Thursdays a month, 2pm to 3.30pm. You need no training, just a loud voice and patience.",
          },
          {
            as: "Carers Together Aldervale",
            day: 13,
            body: "Two of our volunteers would like to try. I will bring them on Thursday.",
          },
        ],
      },
    ],
  },
]
