#include "assets.h"

static const unsigned char agencies[] = {
#embed "../../Glossaries/agencies.csv"
};
static const unsigned char policies[] = {
#embed "../../Glossaries/policies.csv"
};
static const unsigned char technical[] = {
#embed "../../Glossaries/technical.csv"
};
static const unsigned char laws_and_regulations[] = {
#embed "../../Memories/laws-and-regulations.tmx"
};
static const unsigned char news_and_cooperation[] = {
#embed "../../Memories/news-and-cooperation.tmx"
};
static const unsigned char notices_and_plans[] = {
#embed "../../Memories/notices-and-plans.tmx"
};
static const unsigned char procedures_and_certification[] = {
#embed "../../Memories/procedures-and-certification.tmx"
};
static const unsigned char sectors[] = {
#embed "../../Memories/sectors.tmx"
};
static const unsigned char standards[] = {
#embed "../../Memories/standards.tmx"
};

const struct zm_starter zm_starter_glossaries[] = {
    {"agencies", agencies, sizeof agencies},
    {"policies", policies, sizeof policies},
    {"technical", technical, sizeof technical},
};
const size_t zm_starter_glossary_count = sizeof zm_starter_glossaries / sizeof *zm_starter_glossaries;

const struct zm_starter zm_starter_memories[] = {
    {"laws-and-regulations", laws_and_regulations, sizeof laws_and_regulations},
    {"news-and-cooperation", news_and_cooperation, sizeof news_and_cooperation},
    {"notices-and-plans", notices_and_plans, sizeof notices_and_plans},
    {"procedures-and-certification", procedures_and_certification, sizeof procedures_and_certification},
    {"sectors", sectors, sizeof sectors},
    {"standards", standards, sizeof standards},
};
const size_t zm_starter_memory_count = sizeof zm_starter_memories / sizeof *zm_starter_memories;
