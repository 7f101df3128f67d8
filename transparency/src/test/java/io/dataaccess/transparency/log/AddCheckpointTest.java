/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {

    private static final String EXAMPLE = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    @Test
    void readsTheExampleOfTheSpecification() {
        AddCheckpoint read = AddCheckpoint.parse(EXAMPLE);
        assertThat(read.oldSize()).isEqualTo(20_852_014);
        assertThat(read.proof()).hasSize(4);
        assertThat(read.checkpoint().signatures()).hasSize(2);
        assertThat(read).hasToString(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old 020852014", "old  20852014", "old -1", "new 20852014", "old", "old 1\n"})
    void isRefusedWhenItIsSpeltOtherwise(String old) {
        assertThatThrownBy(() -> AddCheckpoint.parse(EXAMPLE.replace("old 20852014", old)))
                .isInstanceOf(MalformedException.class);
    }
}
