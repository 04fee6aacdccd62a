#include "assets.h"

const unsigned char zm_starter_agencies[] = {
#embed "../../Glossaries/agencies.csv"
};
const size_t zm_starter_agencies_size = sizeof zm_starter_agencies;

const unsigned char zm_starter_policies[] = {
#embed "../../Glossaries/policies.csv"
};
const size_t zm_starter_policies_size = sizeof zm_starter_policies;

const unsigned char zm_starter_technical[] = {
#embed "../../Glossaries/technical.csv"
};
const size_t zm_starter_technical_size = sizeof zm_starter_technical;
