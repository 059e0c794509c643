package dev.frontdesk.ui.members;

import dev.frontdesk.members.Member;
import java.text.CollationKey;

/**
 * A member with its sort keys: comparing texts by a collator each time is ten times slower.
 *
 * @param searched what a search looks in, in lower case
 */
record RowKeys(Member member, CollationKey name, String email, String searched) {}
